import { COMMON_NAMES } from "./names";

/** One JSGF rule and the rules it mentions. Words of the form `l_x` are the letter x by its name. */
interface Rule {
  body: string;
  needs?: readonly RuleName[];
}

const oneOf = (words: string) => words.trim().split(/\s*\|\s*|\s*\n\s*/).filter(Boolean).join(" | ");
/** `least` to `most` of a rule in a row. Fixed counts are recognised far better than an open loop. */
const inARow = (rule: string, least: number, most: number) =>
  `${`${rule} `.repeat(least)}${`[${rule} `.repeat(most - least)}${"]".repeat(most - least)}`;

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"].map((letter) => `l_${letter}`);
const SPELLING_WORDS = "alpha|apple|bravo|boy|charlie|cat|delta|dog|david|echo|edward|foxtrot|frank|golf|george|hotel|henry|india|juliet|john|kilo|king|lima|mike|mary|november|nancy|oscar|papa|peter|quebec|queen|romeo|robert|sierra|sam|sugar|tango|tom|uniform|victor|whiskey|william|x-ray|yankee|zulu|zebra".replace("x-ray|", "");

/**
 * What callers say for each kind of value. The parsers of `lib/flow/values` read the words that come out; a form that
 * they cannot read has no place here.
 */
const RULES = {
  yes_no: {
    body: oneOf(`yes | yeah | yep | yup | yes please | yes i do | yes i am | yes it is | yes that is right | yes that's right | yes that's correct | sure | of course | okay
      correct | that's right | that is right | that's correct | that is correct | right | absolutely | definitely | exactly | go ahead | sounds good | i do | i am | i think so | perfect | fine
      no | nope | nah | no thanks | no thank you | no i don't | no i do not | no i'm not | no it isn't | no it's not | no that's wrong | no that's not right | not really | not now | not yet
      that's wrong | that is wrong | that's not right | that is not right | that's not correct | wrong | incorrect | i don't think so | absolutely not | definitely not | of course not`),
  },
  ones: { body: oneOf("one | two | three | four | five | six | seven | eight | nine") },
  digit: { body: oneOf("zero | oh | one | two | three | four | five | six | seven | eight | nine") },
  below_hundred: {
    body: oneOf("<ones> | ten | eleven | twelve | thirteen | fourteen | fifteen | sixteen | seventeen | eighteen | nineteen | (twenty | thirty | forty | fifty | sixty | seventy | eighty | ninety) [<ones>]"),
    needs: ["ones"],
  },
  hundreds: { body: "(<ones> | a) hundred [[and] <below_hundred>]", needs: ["ones", "below_hundred"] },
  thousands: {
    body: "(<below_hundred> | <hundreds> | a) thousand [[and] (<below_hundred> | <hundreds>)]",
    needs: ["below_hundred", "hundreds"],
  },
  digits: { body: `(<ones> | zero) ${inARow("<digit>", 1, 7)}`, needs: ["ones", "digit"] },
  number: {
    body: `(zero | none | <below_hundred> | <hundreds> | <thousands> | a couple | a dozen | half a dozen) [point <digit> [<digit>] | and a half] [<counted>] | for <below_hundred> <counted> | <digits>`,
    needs: ["digit", "below_hundred", "hundreds", "thousands", "digits", "counted"],
  },
  counted: { body: oneOf("people | persons | person | of us | of them | guests | years old | years | times | pieces | dollars | percent | days | nights | minutes | hours") },
  phone_digit: { body: "<digit> | (double | triple) <digit>", needs: ["digit"] },
  phone: { body: `[plus] ${inARow("<phone_digit>", 5, 13)} | this number | same number | the number i'm calling from`, needs: ["phone_digit"] },

  weekday: { body: oneOf("monday | tuesday | wednesday | thursday | friday | saturday | sunday") },
  month: { body: oneOf("january | february | march | april | may | june | july | august | september | october | november | december") },
  ordinal_ones: { body: oneOf("first | second | third | fourth | fifth | sixth | seventh | eighth | ninth") },
  day_of_month: {
    body: "<ordinal_ones> | tenth | eleventh | twelfth | thirteenth | fourteenth | fifteenth | sixteenth | seventeenth | eighteenth | nineteenth | twentieth | twenty <ordinal_ones> | thirtieth | thirty first",
    needs: ["ordinal_ones"],
  },
  day_number: {
    body: "<ones> | ten | eleven | twelve | thirteen | fourteen | fifteen | sixteen | seventeen | eighteen | nineteen | twenty [<ones>] | thirty [one]",
    needs: ["ones"],
  },
  year: { body: "(nineteen | twenty) <below_hundred> | two thousand [[and] <below_hundred>]", needs: ["below_hundred"] },
  part_of_day: { body: oneOf("morning | afternoon | evening | at night") },
  date: {
    body: `today | tonight | tomorrow | yesterday | [the] day after tomorrow | this (morning | afternoon | evening)
      | (tomorrow | [on | this | next | this coming] <weekday>) [<part_of_day>] | <weekday> next week | a week from <weekday>
      | in (<below_hundred> | a) (day | days | week | weeks | month | months) | a week from (now | today)
      | [<weekday>] [the] <day_of_month> [[of] <month> [<year>]] | [<weekday>] <month> [the] (<day_of_month> | <day_number>) [<year>]`,
    needs: ["weekday", "month", "day_of_month", "day_number", "year", "part_of_day", "below_hundred"],
  },
  hour: { body: oneOf("one | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve") },
  minute: { body: "(oh | zero) <ones> | ten | eleven | twelve | thirteen | fourteen | fifteen | sixteen | seventeen | eighteen | nineteen | (twenty | thirty | forty | fifty) [<ones>]", needs: ["ones"] },
  half_day: { body: "(l_a | l_p) l_m | in the (morning | afternoon | evening) | at night" },
  time: {
    body: `[at | around | about] ( <hour> [o'clock | <minute>] [<half_day>] | (half | [a] quarter) past <hour> [<half_day>] | [a] quarter to <hour> [<half_day>]
      | (five | ten | twenty | twenty five) [minutes] (past | to) <hour> [<half_day>] | noon | midday | midnight )`,
    needs: ["hour", "minute", "half_day"],
  },

  letter: { body: LETTERS.join(" | ") },
  spelling_word: { body: SPELLING_WORDS.split("|").join(" | ") },
  spelled_letter: { body: "<letter> [(as in | for | like) <spelling_word>] | double <letter>", needs: ["letter", "spelling_word"] },
  spelled: { body: `[that's | it's spelled | spelled] ${inARow("<spelled_letter>", 2, 14)}`, needs: ["spelled_letter"] },
  name_word: { body: COMMON_NAMES.join(" | ") },
  name: { body: `[my name is | my name's | the name is | name is | this is | i'm | i am | it's | it is | call me] <name_word> [<name_word>] [<spelled>]`, needs: ["name_word", "spelled"] },
  mail_character: { body: "<letter> | <digit>", needs: ["letter", "digit"] },
  mail_sign: { body: oneOf("dot | underscore | dash | hyphen") },
  mail_domain: { body: `(gmail | yahoo | hotmail | outlook | icloud | live | example | ${inARow("<letter>", 2, 10)}) dot (com | org | net | edu | co dot l_u l_k | l_d l_e)`, needs: ["letter"] },
  email: {
    body: `[my email is | it's | it is] (<name_word> [[<mail_sign>] <name_word>] [<digit> [<digit>]] | ${inARow("<mail_character>", 2, 10)} [<mail_sign> ${inARow("<mail_character>", 1, 8)}]) at <mail_domain>`,
    needs: ["name_word", "mail_character", "mail_sign", "digit", "mail_domain"],
  },

  // No "for" and no "to" alone: "four one five" would lose its first digit to them.
  // Every way to begin and end is one more thing that an answer can be mistaken for: only what is really common.
  hesitation: { body: oneOf("um | uh | well | oh | so | okay | yes | yeah | hi | hello | please | i think") },
  opening: {
    body: `i'd like [to] | i would like [to] | i want [to] | i need [to] | i'm calling (to | about) | i'll (have | take) | (can | could | may) i [have | get] | can you
      | let me | give me | make it | how about | we are | it's | it is | that's | that would be | this is | about | on | at | with`,
  },
  article: { body: oneOf("a | an | the | my | some") },
  closing: { body: oneOf("please | thanks | thank you | thank you very much | now | today | for me") },
  joiner: { body: oneOf("and | with | on | at | in | and also | and the | and a | with some | um | uh | please") },
} as const satisfies Record<string, { body: string; needs?: readonly string[] }>;

export type RuleName = keyof typeof RULES;

/** The definitions of these rules and of all that they mention, as JSGF lines. */
export function ruleDefinitions(names: Iterable<RuleName>): string[] {
  const wanted = new Set<RuleName>();
  const add = (name: RuleName) => {
    if (wanted.has(name)) return;
    wanted.add(name);
    for (const needed of (RULES[name] as Rule).needs ?? []) add(needed);
  };
  for (const name of names) add(name);
  return [...wanted].map((name) => `<${name}> = ${RULES[name].body};`);
}
