/**
 * The little of WASI that the Flite module needs: arguments, one output file in memory, standard output thrown away.
 * Node's own `node:wasi` crashes Node 20 after some instances, and would open the real file system to the module.
 */

const SUCCESS = 0;
const BAD_DESCRIPTOR = 8;
const NO_ENTRY = 44;
const CHARACTER_DEVICE = 2;
const DIRECTORY = 3;
const REGULAR_FILE = 4;
const ALL_RIGHTS = 0xffff_ffff_ffff_ffffn;

const STDERR = 2;
const ROOT_DIRECTORY = 3;
const OUTPUT_FILE = 4;

/** Thrown through the module when it calls `exit`. */
class Exit extends Error {
  constructor(readonly code: number) {
    super(`exit ${code}`);
  }
}

/** A file that only one program writes, from any position. */
class MemoryFile {
  #bytes = new Uint8Array(1 << 18);
  #length = 0;
  position = 0;

  write(chunk: Uint8Array): void {
    const end = this.position + chunk.length;
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(end, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(chunk, this.position);
    this.position = end;
    this.#length = Math.max(this.#length, end);
  }

  seek(offset: number, whence: number): number {
    const base = whence === 0 ? 0 : whence === 1 ? this.position : this.#length;
    this.position = Math.max(0, base + offset);
    return this.position;
  }

  contents(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}

export interface ProgramResult {
  code: number;
  /** What the program wrote to the one file it opened. */
  output: Uint8Array;
  /** The beginning of what it wrote to standard error. */
  messages: string;
}

/**
 * Runs a WASI command once with these arguments (the first is the program's name). Every run has memory of its own, so
 * nothing of one text can reach the next. Throws what the module traps with.
 */
export function runProgram(module: WebAssembly.Module, args: string[]): ProgramResult {
  const encoder = new TextEncoder();
  const encodedArgs = args.map((arg) => encoder.encode(`${arg.replaceAll("\0", "")}\0`));
  const file = new MemoryFile();
  let messages = "";

  const view = () => new DataView(memory.buffer);
  const bytes = () => new Uint8Array(memory.buffer);

  const wasi = {
    args_sizes_get(count: number, size: number) {
      view().setUint32(count, encodedArgs.length, true);
      view().setUint32(size, encodedArgs.reduce((sum, arg) => sum + arg.length, 0), true);
      return SUCCESS;
    },
    args_get(pointers: number, buffer: number) {
      for (const [index, arg] of encodedArgs.entries()) {
        view().setUint32(pointers + index * 4, buffer, true);
        bytes().set(arg, buffer);
        buffer += arg.length;
      }
      return SUCCESS;
    },
    clock_time_get(_clock: number, _precision: bigint, result: number) {
      view().setBigUint64(result, BigInt(Date.now()) * 1_000_000n, true);
      return SUCCESS;
    },
    fd_close: () => SUCCESS,
    fd_fdstat_get(descriptor: number, result: number) {
      if (descriptor > OUTPUT_FILE) return BAD_DESCRIPTOR;
      const kind = descriptor === ROOT_DIRECTORY ? DIRECTORY : descriptor === OUTPUT_FILE ? REGULAR_FILE : CHARACTER_DEVICE;
      bytes().fill(0, result, result + 24);
      view().setUint8(result, kind);
      view().setBigUint64(result + 8, ALL_RIGHTS, true);
      view().setBigUint64(result + 16, ALL_RIGHTS, true);
      return SUCCESS;
    },
    fd_fdstat_set_flags: () => SUCCESS,
    fd_prestat_get(descriptor: number, result: number) {
      if (descriptor !== ROOT_DIRECTORY) return BAD_DESCRIPTOR;
      view().setUint32(result, 0, true);
      view().setUint32(result + 4, 1, true);
      return SUCCESS;
    },
    fd_prestat_dir_name(_descriptor: number, path: number) {
      bytes()[path] = "/".charCodeAt(0);
      return SUCCESS;
    },
    fd_read(_descriptor: number, _vectors: number, _count: number, result: number) {
      view().setUint32(result, 0, true);
      return SUCCESS;
    },
    fd_seek(descriptor: number, offset: bigint, whence: number, result: number) {
      if (descriptor !== OUTPUT_FILE) return BAD_DESCRIPTOR;
      view().setBigUint64(result, BigInt(file.seek(Number(offset), whence)), true);
      return SUCCESS;
    },
    fd_write(descriptor: number, vectors: number, count: number, result: number) {
      let written = 0;
      for (let index = 0; index < count; index++) {
        const start = view().getUint32(vectors + index * 8, true);
        const length = view().getUint32(vectors + index * 8 + 4, true);
        const chunk = bytes().subarray(start, start + length);
        if (descriptor === OUTPUT_FILE) file.write(chunk);
        else if (descriptor === STDERR && messages.length < 500) messages += new TextDecoder().decode(chunk);
        written += length;
      }
      view().setUint32(result, written, true);
      return SUCCESS;
    },
    path_open(...args: unknown[]) {
      const [, , path, length] = args as [number, number, number, number];
      const name = new TextDecoder().decode(bytes().subarray(path, path + length));
      if (!name.endsWith(OUTPUT_NAME)) return NO_ENTRY;
      file.position = 0;
      view().setUint32(args[8] as number, OUTPUT_FILE, true);
      return SUCCESS;
    },
    proc_exit(code: number): never {
      throw new Exit(code);
    },
  };

  const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: wasi });
  const memory = instance.exports.memory as WebAssembly.Memory;
  let code = 0;
  try {
    (instance.exports._start as () => void)();
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
    code = error.code;
  }
  return { code, output: file.contents(), messages };
}

/** The only file that a program may open. */
export const OUTPUT_NAME = "out.wav";
