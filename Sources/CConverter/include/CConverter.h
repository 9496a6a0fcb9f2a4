// Starts a child process inside limits: what posix_spawn cannot do, and Swift must not do after fork.
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct converter_limits {
  uint64_t cpu_seconds;
  uint64_t memory_bytes;
  uint64_t open_files;
};

struct converter_child {
  pid_t pid;
  int output;
  int errors;
};

/// A descriptor of an anonymous file in memory that holds these bytes and is at its beginning.
/// Returns -1 with errno set on failure.
int converter_input(const void *bytes, size_t count);

/// Runs the program at `path` in a process group of its own. It has `input` as standard input, pipes as
/// standard output and error, no other descriptor, no blocked or ignored signal, and dies with its parent.
/// It can write no file and start no process.
/// Returns 0, or the errno of what failed, exec included.
int converter_start(const char *path, char *const arguments[], char *const environment[], int input,
                    const struct converter_limits *limits, struct converter_child *child);
