export { connect, type Connection, type Db, type Tx } from "./connect.ts";
export * from "./schema/index.ts";
