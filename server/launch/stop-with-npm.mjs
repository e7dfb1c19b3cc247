const lookEveryMs = 500

/**
 * Stops this process when npm is stopped. npm hands a signal to the shell it started, which dies of it without telling
 * its child: the server would go on, unseen, and keep the port.
 */
export function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, lookEveryMs)
  timer.unref()
}
