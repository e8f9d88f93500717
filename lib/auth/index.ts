import NextAuth, { CredentialsSignin, type NextAuthConfig } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import GitHub from "next-auth/providers/github";
import Google from "next-auth/providers/google";
import { clientIp } from "@/lib/api/client-ip";
import { ParleyError } from "@/lib/errors";
import { isDatabaseOutage } from "@/lib/db/outage";
import { checkSignIn } from "./check-sign-in";
import { authSecret, cookieName, socialProviders, SESSION_SECONDS } from "./settings";
import { userOfSocialSignIn } from "./social-sign-in";

/** Why a sign-in failed; `code` arrives at the sign-in page: "credentials", "too_many_requests", "unavailable". */
class SignInFailed extends CredentialsSignin {
  constructor(code: string) {
    super();
    this.code = code;
  }
}

async function authorize(given: Partial<Record<"email" | "password", unknown>>, request: Request) {
  const { email, password } = given;
  if (typeof email !== "string" || typeof password !== "string" || email.length > 320) return null;
  try {
    return await checkSignIn(email, password, clientIp(request.headers));
  } catch (error) {
    if (error instanceof ParleyError) throw new SignInFailed(error.code);
    throw new SignInFailed(isDatabaseOutage(error) ? "unavailable" : "internal");
  }
}

// A function, because secrets are read from the environment and the data directory, which a build does not have.
const config = (): NextAuthConfig => {
  const social = socialProviders().map((provider) => provider.id);
  return {
    secret: authSecret(),
    // The app is reached by whatever name its machine has; nothing secret is sent to that name.
    trustHost: true,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    providers: [
      Credentials({ credentials: { email: { type: "email" }, password: { type: "password" } }, authorize }),
      ...(social.includes("google") ? [Google] : []),
      ...(social.includes("github") ? [GitHub] : []),
    ],
    cookies: {
      sessionToken: { name: cookieName("session") },
      csrfToken: { name: cookieName("csrf") },
      callbackUrl: { name: cookieName("callback") },
      pkceCodeVerifier: { name: cookieName("pkce") },
      state: { name: cookieName("state") },
      nonce: { name: cookieName("nonce") },
      webauthnChallenge: { name: cookieName("challenge") },
    },
    callbacks: {
      async signIn({ account, profile, user }) {
        if (!account || account.type === "credentials") return true;
        const ours = await userOfSocialSignIn(account, profile);
        if (!ours) return "/sign-in?error=unknown_account";
        user.id = ours.id;
        return true;
      },
      jwt({ token, user, account }) {
        if (user?.id && account) return { sub: user.id, signedInAt: Date.now() };
        return token;
      },
      session({ session, token }) {
        return { expires: session.expires, user: { id: token.sub ?? "", email: "", name: "" } };
      },
    },
    logger: {
      // A wrong password is not an error of ours, and what people type does not belong in logs.
      error: (error) => {
        if (!(error instanceof CredentialsSignin)) console.error(`[auth] ${error.name}: ${error.message.split("\n")[0]}`);
      },
      warn: () => {},
      debug: () => {},
    },
  };
};

export const { handlers, signIn, signOut, auth } = NextAuth(config);
