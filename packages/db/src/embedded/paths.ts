import { join } from "node:path";

/** Where one embedded cluster keeps its things, all below `DATA_DIR`. */
export interface ClusterPaths {
  readonly root: string;
  /** Cluster and password together, so that one rename brings both into being. Mode 0700. */
  readonly home: string;
  readonly data: string;
  readonly password: string;
  readonly lock: string;
  readonly log: string;
}

/** The layout below an absolute `DATA_DIR`. */
export function clusterPaths(root: string): ClusterPaths {
  return { root, ...homePaths(join(root, "pg")), lock: join(root, "pg.lock"), log: join(root, "logs", "postgres.log") };
}

/** The layout of a cluster's own folder, the finished one or one being made. */
export function homePaths(home: string): Pick<ClusterPaths, "home" | "data" | "password"> {
  return { home, data: join(home, "data"), password: join(home, "password") };
}
