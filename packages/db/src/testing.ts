export { testDatabase, type TestDatabase } from "./testing/test-database.ts";
export { startTestCluster, type TestCluster } from "./testing/test-cluster.ts";
