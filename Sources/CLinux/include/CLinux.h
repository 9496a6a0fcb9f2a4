// What Linux has and Swift's Glibc module has not.
#pragma once

#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>

/// Renames and fails with EEXIST when the new name is taken: nothing is ever overwritten.
/// Returns 0, or -1 with errno set, as renameat2(2) with RENAME_NOREPLACE does.
int linux_rename_new(int from_folder, const char *from, int to_folder, const char *to);

/// Writes everything of the file system that the descriptor is on: syncfs(2).
int linux_sync_file_system(int descriptor);

/// Gives the calling thread a name of at most 15 bytes, which `ps -L` shows.
void linux_name_thread(const char *name);

/// Gives memory that was freed back to the system: malloc_trim(3).
void linux_release_freed_memory(void);
