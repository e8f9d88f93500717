import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { CliError } from "./cli-error";

/** The JSON of a file; "-" is standard input. @throws CliError */
export async function readJson(file: string): Promise<unknown> {
  let content: string;
  try {
    content = file === "-" ? await text(process.stdin) : await readFile(file, "utf8");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CliError(code === "ENOENT" ? `There is no file ${file}.` : code === "EISDIR" ? `${file} is a directory.` : `${file} cannot be read (${code ?? message}).`);
  }
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new CliError(`${file} is not JSON: ${(error as Error).message}`);
  }
}
