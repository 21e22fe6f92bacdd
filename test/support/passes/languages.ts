import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onPath } from '../services/on-path.ts';

const run = promisify(execFile);

/** A language in which docs/passes.md signs passes. */
export interface Language {
  readonly name: string;
  /** As the block of code in the page is marked. */
  readonly block: string;
  /** The programs that it needs, in the order of `commands`. */
  readonly programs: readonly (string | undefined)[];
  readonly file: string;
  /** The snippet with what calls it: with a user name, `may` and pages, and prints a pass and a token, a line each. */
  readonly program: (snippet: string) => string;
  /** What runs the file, in its folder; the last prints. */
  readonly commands: (programs: readonly string[], file: string) => readonly (readonly string[])[];
}

/** As C# has it since .NET Core 3, for a compiler that does not: of texts, numbers, lists of texts and maps. */
const jsonOfCSharp = `
namespace System.Text.Json {
  static class JsonSerializer {
    public static byte[] SerializeToUtf8Bytes(object value) { return System.Text.Encoding.UTF8.GetBytes(Json(value)); }
    static string Json(object value) {
      if (value is long) return value.ToString();
      if (value is string) return '"' + ((string) value).Replace("\\\\", "\\\\\\\\").Replace("\\"", "\\\\\\"") + '"';
      if (value is string[]) return "[" + string.Join(",", System.Array.ConvertAll((string[]) value, Json)) + "]";
      var parts = new System.Collections.Generic.List<string>();
      foreach (var pair in (System.Collections.Generic.Dictionary<string, object>) value) parts.Add(Json(pair.Key) + ":" + Json(pair.Value));
      return "{" + string.Join(",", parts) + "}";
    }
  }
}`;

export const languages: readonly Language[] = [
  {
    name: 'Node',
    block: 'js',
    programs: [process.execPath],
    file: 'sign.mjs',
    program: (snippet) => `${snippet}
const [userName, may, ...pages] = process.argv.slice(2);
console.log(parvisPass(userName, pages, may));
console.log(parvisToken('4711', userName));
`,
    commands: ([node], file) => [[node!, file]],
  },
  {
    name: 'PHP',
    block: 'php',
    programs: [onPath('php')],
    file: 'sign.php',
    program: (snippet) => `<?php
${snippet}
[, $userName, $may] = $argv;
// With gaps between the keys, as array_filter and array_unique leave them.
$pages = array_filter(['', ...array_slice($argv, 3)]);
echo parvisPass($userName, $pages, $may), "\\n", parvisToken('4711', $userName), "\\n";
`,
    commands: ([php], file) => [[php!, file]],
  },
  {
    name: 'Python',
    block: 'python',
    programs: [onPath('python3')],
    file: 'sign.py',
    program: (snippet) => `${snippet}
import sys
user_name, may, *pages = sys.argv[1:]
print(parvisPass(user_name, pages, may))
print(parvisToken('4711', user_name))
`,
    commands: ([python], file) => [[python!, file]],
  },
  {
    name: 'Java',
    block: 'java',
    // Without the compiler, Java runs no source.
    programs: [onPath('javac') && onPath('java')],
    file: 'Sign.java',
    program: (snippet) =>
      snippet.replace(
        '\nclass Parvis {',
        `
class Sign {
  public static void main(String[] given) throws Exception {
    List<String> pages = Arrays.asList(given).subList(2, given.length);
    System.out.println(Parvis.parvisPass(given[0], pages, given[1]));
    System.out.println(Parvis.parvisToken("4711", given[0]));
  }
}

class Parvis {`,
      ),
    commands: ([java], file) => [[java!, file]],
  },
  {
    name: 'C# (by Mono, with a JSON writer of the test)',
    block: 'csharp',
    programs: [onPath('mcs'), onPath('mono')],
    file: 'Sign.cs',
    program: (snippet) => `${snippet}
static class Program
{
    static void Main(string[] given)
    {
        var pages = new List<string>(given).GetRange(2, given.Length - 2).ToArray();
        Console.WriteLine(Parvis.ParvisPass(given[0], pages, given[1]));
        Console.WriteLine(Parvis.ParvisToken("4711", given[0]));
    }
}
${jsonOfCSharp}`,
    commands: ([compiler, mono], file) => [
      [compiler!, '-out:sign.exe', file],
      [mono!, 'sign.exe'],
    ],
  },
];

/** Runs a snippet with these secrets. Answers what it has signed. */
export async function sign(
  { file, program, commands, programs }: Language,
  snippet: string,
  secrets: { pass: string; jwt: string },
  claims: { userName: string; may: string; pages: readonly string[] },
): Promise<{ pass: string; token: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'parvis-passes-'));
  // In another locale, Java and Mono cannot read arguments beyond ASCII.
  const env = { ...process.env, LC_ALL: 'C.UTF-8', PASS_SECRET: secrets.pass, JWT_SECRET: secrets.jwt };
  try {
    await writeFile(join(folder, file), program(snippet));
    let printed = '';
    for (const [index, [name, ...given]] of commands(programs as string[], file).entries()) {
      const isLast = index === commands(programs as string[], file).length - 1;
      const asked = isLast ? [claims.userName, claims.may, ...claims.pages] : [];
      ({ stdout: printed } = await run(name!, [...given, ...asked], { cwd: folder, env, timeout: 120_000 }));
    }
    const [pass = '', token = ''] = printed.split(/\r?\n/);
    return { pass, token };
  } finally {
    await rm(folder, { recursive: true });
  }
}
