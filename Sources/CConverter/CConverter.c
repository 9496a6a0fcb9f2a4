#define _GNU_SOURCE
#include "CConverter.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int converter_input(const void *bytes, size_t count) {
  int file = memfd_create("report", MFD_CLOEXEC);
  if (file < 0) return -1;
  for (size_t done = 0; done < count;) {
    ssize_t written = write(file, (const char *)bytes + done, count - done);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) {
      int reason = errno;
      close(file);
      errno = reason;
      return -1;
    }
    done += (size_t)written;
  }
  if (lseek(file, 0, SEEK_SET) == 0) return file;
  close(file);
  return -1;
}

// setrlimit(2) is not among the calls that the service may make; prlimit(2) is.
static int limit(int resource, uint64_t value) {
  struct rlimit both = {.rlim_cur = value, .rlim_max = value};
  struct rlimit old;
  if (prlimit(0, resource, NULL, &old) == 0 && old.rlim_max < value) both.rlim_cur = both.rlim_max = old.rlim_max;
  return prlimit(0, resource, &both, NULL);
}

// Only async-signal-safe calls: other threads of the parent may hold any lock.
static int become(const char *path, char *const arguments[], char *const environment[], const int wanted[4],
                  const struct converter_limits *limits, pid_t parent) {
  if (setpgid(0, 0) < 0 || prctl(PR_SET_PDEATHSIG, SIGKILL) < 0) return errno;
  if (getppid() != parent) return ESRCH;
  int moved[4];
  for (int i = 0; i < 4; i++) {
    moved[i] = fcntl(wanted[i], F_DUPFD_CLOEXEC, 10);
    if (moved[i] < 0) return errno;
  }
  for (int i = 0; i < 3; i++) {
    if (dup2(moved[i], i) < 0) return errno;
  }
  // The fourth stays open until exec, to tell the parent that exec failed.
  if (dup3(moved[3], 3, O_CLOEXEC) < 0 || close_range(4, ~0U, 0) < 0) return errno;
  for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  if (limit(RLIMIT_CPU, limits->cpu_seconds) < 0 || limit(RLIMIT_AS, limits->memory_bytes) < 0 ||
      limit(RLIMIT_NOFILE, limits->open_files) < 0 || limit(RLIMIT_FSIZE, 0) < 0 || limit(RLIMIT_CORE, 0) < 0 ||
      limit(RLIMIT_NPROC, 1) < 0)
    return errno;
  execve(path, arguments, environment);
  return errno;
}

static void close_all(const int files[], int count) {
  for (int i = 0; i < count; i++) {
    if (files[i] >= 0) close(files[i]);
  }
}

int converter_start(const char *path, char *const arguments[], char *const environment[], int input,
                    const struct converter_limits *limits, struct converter_child *child) {
  // Output, errors, status: each a reading and a writing end.
  int pipes[6] = {-1, -1, -1, -1, -1, -1};
  for (int i = 0; i < 6; i += 2) {
    if (pipe2(pipes + i, O_CLOEXEC) < 0) {
      int reason = errno;
      close_all(pipes, 6);
      return reason;
    }
  }
  pid_t parent = getpid();
  pid_t pid = fork();
  if (pid == 0) {
    int wanted[4] = {input, pipes[1], pipes[3], pipes[5]};
    int reason = become(path, arguments, environment, wanted, limits, parent);
    // Before the move the status pipe has its old number, after it number 3: one of them is it.
    if (write(pipes[5], &reason, sizeof reason) < 0 && write(3, &reason, sizeof reason) < 0) _exit(126);
    _exit(127);
  }
  int reason = pid < 0 ? errno : 0;
  int writers[3] = {pipes[1], pipes[3], pipes[5]};
  close_all(writers, 3);
  if (pid > 0) {
    ssize_t count;
    do {
      count = read(pipes[4], &reason, sizeof reason);
    } while (count < 0 && errno == EINTR);
    if (count != sizeof reason) reason = 0;
    if (reason != 0) {
      while (waitpid(pid, NULL, 0) < 0 && errno == EINTR) {
      }
    }
  }
  close(pipes[4]);
  if (reason != 0) {
    close(pipes[0]);
    close(pipes[2]);
    return reason;
  }
  *child = (struct converter_child){.pid = pid, .output = pipes[0], .errors = pipes[2]};
  return 0;
}
