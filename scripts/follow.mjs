// Loaded into the server by `npm start`: when the process that started it was killed, the server stops in its own order.
const parent = Number(process.env.LONGHAND_FOLLOWS);
delete process.env.LONGHAND_FOLLOWS;

const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  process.kill(process.pid, "SIGTERM");
}, 100);
watch.unref();
