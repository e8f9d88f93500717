export type Browser = "chrome" | "edge" | "firefox" | "safari" | "ios" | "android" | "other";

/** Which browser's settings to explain, from `navigator.userAgent` (and touch points, because iPads say they are Macs). */
export function browserOf(userAgent: string, maxTouchPoints = 0): Browser {
  if (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return "ios";
  if (/Android/.test(userAgent)) return /Firefox/.test(userAgent) ? "firefox" : "android";
  if (/Edg\//.test(userAgent)) return "edge";
  if (/Firefox\//.test(userAgent)) return "firefox";
  if (/Chrome\/|Chromium\//.test(userAgent)) return "chrome";
  if (/Safari\//.test(userAgent)) return "safari";
  return "other";
}

export interface MicrophoneHelp {
  /** What the picture marks in the address bar. */
  mark: "left" | "right" | "menu";
  symbol: "sliders" | "lock" | "microphone" | "aA" | "menu";
  steps: string[];
}

/** What to press in this browser to allow a microphone that was refused earlier. */
export const MICROPHONE_HELP: Record<Browser, MicrophoneHelp> = {
  chrome: { mark: "left", symbol: "sliders", steps: ["Press the symbol to the left of the address.", "Switch Microphone on.", "Press Try the microphone again below."] },
  edge: { mark: "left", symbol: "lock", steps: ["Press the lock to the left of the address.", "Set Microphone to Allow.", "Press Try the microphone again below."] },
  firefox: { mark: "left", symbol: "microphone", steps: ["Press the crossed-out microphone to the left of the address.", "Take away “Blocked” with the ✕ beside it.", "Press Try the microphone again below and choose Allow."] },
  safari: { mark: "menu", symbol: "menu", steps: ["In the menu bar choose Safari, then Settings for this website.", "Set Microphone to Allow.", "Press Try the microphone again below."] },
  ios: { mark: "left", symbol: "aA", steps: ["Press the symbol (aA) in the address bar.", "Choose Website Settings and set Microphone to Allow.", "Press Try the microphone again below."] },
  android: { mark: "left", symbol: "sliders", steps: ["Press the symbol to the left of the address.", "Choose Permissions and switch Microphone on.", "Press Try the microphone again below."] },
  other: { mark: "left", symbol: "lock", steps: ["Open the settings of this website, often by a symbol beside the address.", "Allow the microphone.", "Press Try the microphone again below."] },
};
