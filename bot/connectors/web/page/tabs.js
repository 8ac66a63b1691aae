// Two tabs are one conversation. Whoever has both open should know.

/** Calls `other("new")` in a tab that finds another one open, `other("old")` in that other one. */
export function watchTabs(other) {
  if (!("BroadcastChannel" in window)) return;
  const channel = new BroadcastChannel("zwaan");
  channel.addEventListener("message", ({ data }) => {
    if (data === "hello") {
      channel.postMessage("here");
      other("old");
    } else if (data === "here") {
      other("new");
    }
  });
  channel.postMessage("hello");
}
