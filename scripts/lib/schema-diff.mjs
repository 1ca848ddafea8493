import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

/** Postgres' own "char", of one letter: its catalogue is full of it and Prisma's adapter does not know it. */
const LETTER = 18;
const TEXT = 25;

/** Which columns of an answer hold letters, by the answer's rows. @type {WeakMap<object, number[]>} */
const letterColumns = new WeakMap();

/** @type {Promise<void> | undefined} */
let engineLoaded;

/**
 * The SQL that turns a database into what a Prisma schema says; empty when they agree. It is Prisma's own engine
 * that compares, in its WebAssembly build, which needs no download besides the package.
 * @param {string} url address of the database
 * @param {string} schemaFile path of the .prisma file
 * @returns {Promise<string>}
 */
export async function schemaDiff(url, schemaFile) {
  const content = readFileSync(schemaFile, "utf8");
  const files = [{ path: "schema.prisma", content }];
  const pool = new pg.Pool({ connectionString: url, Client: CatalogueClient });
  try {
    engineLoaded ??= loadEngine();
    await engineLoaded;
    const adapter = bindMigrationAwareSqlAdapterFactory(withLetters(new PrismaPg(pool)));
    const engine = await glue.SchemaEngine.new(
      { datamodels: [["schema.prisma", content]] },
      () => undefined,
      adapter,
    );
    const { stdout } = await engine.diff({
      // The adapter's database.
      from: { tag: "schemaDatasource", files, configDir: dirname(schemaFile) },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    engine.free();
    const sql = (stdout ?? "").trim();
    return sql === "-- This is an empty migration." ? "" : sql;
  } finally {
    await pool.end();
  }
}

/** The package imports its .wasm as a module, which Node 20 does not do: put the two together by hand. */
async function loadEngine() {
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const bytes = readFileSync(entry.replace(/\.js$/, "_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  /** @type {() => void} */ (instance.exports.__wbindgen_start)();
}

/** Hands letters to the adapter as text, and remembers where they were. */
class CatalogueClient extends pg.Client {
  /** @param {any[]} args */
  query(...args) {
    const answer = args.at(-1);
    if (typeof answer !== "function") return super.query(...args).then(noteLetters);
    return super.query(...args.slice(0, -1), (error, result) => answer(error, result && noteLetters(result)));
  }
}

function noteLetters(result) {
  const letters = (result.fields ?? []).flatMap((field, index) =>
    field.dataTypeID === LETTER ? [index] : [],
  );
  for (const index of letters) result.fields[index].dataTypeID = TEXT;
  letterColumns.set(result.rows, letters);
  return result;
}

/** Tells the engine the true type of the columns remembered. @param {PrismaPg} factory */
function withLetters(factory) {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const answer = await queryRaw(query);
      for (const index of letterColumns.get(answer.rows) ?? []) {
        answer.columnTypes[index] = ColumnTypeEnum.Character;
      }
      return answer;
    };
    return adapter;
  };
  return factory;
}
