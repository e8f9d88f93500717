/** Why a sign-in failed, in words. Codes come from lib/auth and from next-auth itself. */
export function signInError(code: string): string {
  switch (code) {
    case "credentials":
    case "CredentialsSignin":
      return "E-mail and password do not belong together. Check both; the first password was printed when Parley started for the first time.";
    case "too_many_requests":
      return "Too many tries. Wait a quarter of an hour and try again.";
    case "unavailable":
      return "The database does not answer at the moment. Try again in a few seconds.";
    case "unknown_account":
      return "Nobody here uses that account. Ask an owner of the workspace to add your e-mail address.";
    case "AccessDenied":
      return "The sign-in was cancelled or refused.";
    case "OAuthAccountNotLinked":
      return "This e-mail address signs in with a password. Sign in with it first.";
    default:
      return "That did not work. Try again; if it stays, look into the log of the web app.";
  }
}
