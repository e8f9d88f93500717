import type { z } from "zod";
import type { Actor } from "@/lib/teams/actor";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface Call<P, Q, B, A> {
  actor: A;
  params: P;
  query: Q;
  body: B;
  request: Request;
  /** Where this Parley is reached, such as http://localhost:3000: for links in answers. */
  origin: string;
  /** Of a signed request: the body as it came. */
  rawBody: string;
}

interface Shape<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  method: Method;
  /** As in OpenAPI: "/api/v1/agents/{id}". */
  path: string;
  summary: string;
  tag: string;
  params?: P;
  query?: Q;
  body?: B;
  /** May the body be left out? */
  bodyOptional?: boolean;
  /** What a success answers; for the description only. Absent: 204, or the handler's own Response. */
  answer?: z.ZodType;
  /** 200 unless given. */
  status?: number;
  /** Codes of lib/errors that it may answer beside the general ones. */
  errors?: readonly string[];
  maxBodyBytes?: number;
}

/** An endpoint of the public interface: for members and API keys, and described in OpenAPI. */
export interface ApiEndpoint extends Shape<z.ZodType, z.ZodType, z.ZodType> {
  auth: "member";
  handle(call: Call<unknown, unknown, unknown, Actor>): Promise<unknown>;
}
/** An endpoint that authenticates in its own way (a share link, a signature, a call's token) or needs nobody. */
export interface OpenEndpoint extends Shape<z.ZodType, z.ZodType, z.ZodType> {
  auth: "own";
  handle(call: Call<unknown, unknown, unknown, null>): Promise<unknown>;
}
export type Endpoint = ApiEndpoint | OpenEndpoint;

type Given<T extends z.ZodType | undefined> = T extends z.ZodType ? z.infer<T> : undefined;

/** Declares an endpoint; the types of params, query and body follow from their schemas. */
export function apiEndpoint<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  shape: Shape<P, Q, B> & { handle(call: Call<Given<P>, Given<Q>, Given<B>, Actor>): Promise<unknown> },
): ApiEndpoint {
  return { ...shape, auth: "member" } as unknown as ApiEndpoint;
}
export function openEndpoint<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  shape: Shape<P, Q, B> & { handle(call: Call<Given<P>, Given<Q>, Given<B>, null>): Promise<unknown> },
): OpenEndpoint {
  return { ...shape, auth: "own" } as unknown as OpenEndpoint;
}
