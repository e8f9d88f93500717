import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isPublicAddress, readAllowList } from "./address-policy";
import { checkAddress, safeFetch } from "./safe-fetch";

const NOTHING = readAllowList("");
const refused = (url: string, resolve?: (host: string) => Promise<string[]>) =>
  expect(checkAddress(url, { allowList: NOTHING, resolve: resolve ?? (async () => ["93.184.216.34"]) })).rejects.toMatchObject({ code: "address_refused" });

describe("addresses that a user may not make the server call", () => {
  test.each([
    ["loopback", "http://127.0.0.1/"],
    ["loopback in another notation (decimal)", "http://2130706433/"],
    ["loopback in another notation (hexadecimal)", "http://0x7f.1/"],
    ["loopback in another notation (octal)", "http://0177.0.0.1/"],
    ["the unspecified address", "http://0.0.0.0/"],
    ["IPv6 loopback", "http://[::1]/"],
    ["IPv4 inside IPv6", "http://[::ffff:127.0.0.1]/"],
    ["IPv4 inside IPv6, written in hexadecimal", "http://[::ffff:7f00:1]/"],
    ["NAT64 of a private address", "http://[64:ff9b::a00:1]/"],
    ["6to4 of a private address", "http://[2002:0a00:0001::]/"],
    ["Teredo", "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/"],
    ["the cloud's metadata service", "http://169.254.169.254/latest/meta-data/"],
    ["the cloud's metadata service over IPv6", "http://[fd00:ec2::254]/"],
    ["a private network", "http://10.1.2.3/"],
    ["a private network (172.16/12)", "http://172.20.0.1/"],
    ["a private network (192.168/16)", "http://192.168.1.1/"],
    ["carrier NAT", "http://100.64.0.1/"],
    ["unique local IPv6", "http://[fc00::1]/"],
    ["link-local IPv6", "http://[fe80::1]/"],
    ["multicast", "http://224.0.0.1/"],
    ["broadcast", "http://255.255.255.255/"],
    ["a benchmark network", "http://198.18.0.1/"],
    ["a file", "file:///etc/passwd"],
    ["gopher", "gopher://example.com/"],
    ["something that is no address", "not a url"],
    ["a password in the address", "https://user:secret@example.com/"],
  ])("%s", (_name, url) => refused(url));

  test("a name that resolves to a private address", () => refused("https://innocent.example/", async () => ["10.0.0.1"]));
  test("a name of which only the second address is private", () => refused("https://innocent.example/", async () => ["93.184.216.34", "127.0.0.1"]));
  test("a name that does not exist", () => refused("https://nowhere.example/", async () => []));
  test("localhost with a dot at the end", () => refused("http://localhost./", async () => ["127.0.0.1"]));
});

test("ordinary addresses are public", () => {
  for (const address of ["93.184.216.34", "8.8.8.8", "2606:4700:4700::1111"]) expect(isPublicAddress(address)).toBe(true);
});

describe("the allow list", () => {
  test("allows the port that it names and no other", async () => {
    const allowList = readAllowList("localhost:11434");
    const resolve = async () => ["127.0.0.1"];
    await expect(checkAddress("http://localhost:11434/v1", { allowList, resolve })).resolves.toMatchObject({ address: "127.0.0.1" });
    await expect(checkAddress("http://localhost:5432/", { allowList, resolve })).rejects.toMatchObject({ code: "address_refused" });
  });
  test("allows a range by address, whatever the name", async () => {
    const allowList = readAllowList("10.0.0.0/8, http://speaches.lan:8000/");
    await expect(checkAddress("http://models.lan/", { allowList, resolve: async () => ["10.9.8.7"] })).resolves.toBeTruthy();
    await expect(checkAddress("http://speaches.lan:8000/v1", { allowList, resolve: async () => ["192.168.0.9"] })).resolves.toBeTruthy();
    await expect(checkAddress("http://other.lan/", { allowList, resolve: async () => ["192.168.0.9"] })).rejects.toMatchObject({ code: "address_refused" });
  });
  test("the message says how to allow it", async () => {
    await expect(checkAddress("http://127.0.0.1:11434/v1", { allowList: NOTHING })).rejects.toThrow(/PARLEY_ALLOW_PRIVATE_URLS=127\.0\.0\.1:11434/);
  });
});

describe("fetching", () => {
  let server: Server;
  let port: number;
  const seen: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      seen.push(request.headers.host ?? "");
      if (request.url === "/redirect") return void response.writeHead(302, { location: "http://127.0.0.1:1/secret" }).end();
      if (request.url === "/endless") {
        const write = () => response.write("x".repeat(65_536), () => response.destroyed || setImmediate(write));
        return void write();
      }
      response.end("hello");
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => server.close());

  test("a name that changes its answer after the check: the connection goes to the address that was judged", async () => {
    let asked = 0;
    const resolve = async () => (asked++ === 0 ? ["127.0.0.1"] : ["10.0.0.1"]);
    const answer = await safeFetch(`http://rebind.example:${port}/`, { allowList: readAllowList("rebind.example"), resolve });
    expect(answer).toEqual({ status: 200, text: "hello" });
    expect(asked).toBe(1);
    expect(seen.at(-1)).toBe(`rebind.example:${port}`);
  });
  test("a redirect is not followed", async () => {
    const answer = await safeFetch(`http://127.0.0.1:${port}/redirect`, { allowList: readAllowList("127.0.0.1") });
    expect(answer.status).toBe(302);
  });
  test("an endless answer is cut", async () => {
    const answer = await safeFetch(`http://127.0.0.1:${port}/endless`, { allowList: readAllowList("127.0.0.1"), maxBytes: 1000 });
    expect(answer.text).toHaveLength(1000);
  });
  test("nobody there: a sentence, not a stack", async () => {
    await expect(safeFetch("http://127.0.0.1:1/", { allowList: readAllowList("127.0.0.1") })).rejects.toMatchObject({ code: "unavailable" });
  });
});
