// Here and not in the header: there it would give fd_set another shape than Glibc's module has.
#define _GNU_SOURCE
#include "CLinux.h"

#include <malloc.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <unistd.h>

int linux_rename_new(int from_folder, const char *from, int to_folder, const char *to) {
  return renameat2(from_folder, from, to_folder, to, RENAME_NOREPLACE);
}

int linux_sync_file_system(int descriptor) { return syncfs(descriptor); }

void linux_name_thread(const char *name) { prctl(PR_SET_NAME, name); }

void linux_release_freed_memory(void) { malloc_trim(0); }
