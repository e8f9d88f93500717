/** Common first and last names that the recogniser knows. Free dictation is beyond it; other names can be spelled. */
export const COMMON_NAMES: readonly string[] = `
  aaron abigail adam adams ahmed aisha alan albert alex alexander alexis ali alice allen alvarez amanda amber amy anderson
  andre andrea andrew angela ann anna anne anthony antonio arthur ashley austin bailey baker barbara barnes becker bell
  ben benjamin bennett betty beverly billy black bobby brandon brenda brian brittany brooks brown bruce bryan butler
  campbell carl carlos carol carolyn carter castillo catherine charles charlotte chavez chen cheryl chloe chris christian
  christina christine christopher claire clark cole coleman colin collins cook cooper costa cox cruz cynthia dan daniel
  danielle david davis deborah debra denise dennis diana diane diaz dixon donald donna doris dorothy douglas doyle dylan
  edward edwards elena elijah elizabeth ella emily emma eric erik ethan eugene eva evans evelyn fatima felix ferrari
  fisher flores ford foster fox frances frank gabriel garcia gary george gerald gloria gomez gonzalez grace graham grant
  gray green gregory gutierrez hall hamilton hannah hans hansen harold harris hassan heather helen henderson henry
  hernandez hill hoffman howard hughes hugo hunt ian isabella ivan ivanov jack jackson jacob jacqueline james janet janice
  jason jean jeffrey jenkins jennifer jensen jeremy jerry jesse jessica jimenez joan joe john johnny johnson jonathan
  jones jordan jose joseph joshua joyce juan judith judy julia julie justin karen kate katherine kathleen kathryn kayla
  keith kelly kenneth kevin khan kim kimberly king klaus knight kowalski kyle larry lars larsen laura lauren lawrence lee
  leo lewis li liam linda lisa liu logan long lopez lori louis lucas lucy luis luke madison marco margaret maria marie
  marilyn mario mark martha martin martinez mary mason matt matthew max megan mei melissa mendoza meyer michael michelle
  miguel mike miller mitchell mohammed monica moore morales morgan morris mueller murphy murray myers nancy natalie nathan
  neil nelson nguyen nicholas nick nicole nina noah novak oliver olivia olsen omar ortiz oscar owens pablo palmer pamela
  parker patel patricia patrick paul pedro perez perry peter peterson philip phillips pierre powell price rachel ralph
  ramirez ramos randy raymond rebecca reed reyes reynolds rice richard richardson rivera robert roberts robinson rodriguez
  roger rogers ronald ross rossi roy ruiz russell ruth ryan sam samantha samuel sanchez sanders sandra santos sara sarah
  sato schmidt schneider scott sean sharon shirley silva simmons simon singh smith sofia sophia stefan stephanie stephen
  steve steven stewart stone sullivan susan suzuki sven tan tanaka taylor teresa terry theresa thomas thompson tim timothy
  tom tony torres turner tyler vasquez veronica victoria vincent virginia wagner walker wallace walter wang ward watson
  wayne webb weber west white william williams willie wilson wood wright wu yang young zachary zhang zoe
`.trim().split(/\s+/);
