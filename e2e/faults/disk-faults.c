// A disk that fails, for tests: preloaded into a program (LD_PRELOAD), it makes the calls that change files below one
// folder fail from the n-th on, or only the n-th. Whoever starts the program says so in its environment:
//   FAULTS_BELOW  the folder               FAULTS_CALLS  "change": what changes files; "read": what reads them
//   FAULTS_ONCE   1: only the n-th fails   FAULTS_TRACE  a file to which each counted call is written
//   FAULTS_STATE  a file of four numbers of 8 bytes that may change while it runs: calls counted, calls failed, n (0 only
//                 counts), the number of the error
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { SPACE = 1, CHANGE = 2, READ = 4 };

static struct {
  _Atomic uint64_t calls, failed, at, error;
} *state;
static const char *below;
static size_t below_length;
static int once, reads, trace = -1;

#define REAL(result, name, ...) \
  static result (*real)(__VA_ARGS__); \
  if (!real) real = (result(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static const char *setting(const char *name) {
  const char *value = getenv(name);
  return value ? value : "";
}

__attribute__((constructor)) static void begin(void) {
  // Whoever changes its title as a process writes over its environment.
  below = strdup(setting("FAULTS_BELOW"));
  below_length = strlen(below);
  once = atoi(setting("FAULTS_ONCE"));
  reads = !strcmp(setting("FAULTS_CALLS"), "read");
  if (*setting("FAULTS_TRACE")) trace = open(setting("FAULTS_TRACE"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  int file = open(setting("FAULTS_STATE"), O_RDWR | O_CLOEXEC);
  if (file < 0 || !below_length) return;
  void *shared = mmap(NULL, sizeof *state, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close(file);
  if (shared != MAP_FAILED) state = shared;
}

static void note(const char *what, const char *path) {
  char line[PATH_MAX + 32];
  int length = snprintf(line, sizeof line, "%s %s\n", what, path);
  if (length > 0) syscall(SYS_write, trace, line, (size_t)length);
}

// Whether a call of these kinds is counted. A full disk still lets files go and become shorter.
static int counts(int kinds) {
  return state && kinds & (reads ? READ : state->error == ENOSPC ? SPACE : CHANGE);
}

// Whether this call is to fail.
static int fails(const char *what, int kinds, const char *path) {
  if (!counts(kinds) || strncmp(path, below, below_length)) return 0;
  uint64_t at = state->at;
  uint64_t nth = atomic_fetch_add(&state->calls, 1) + 1;
  if (trace >= 0) note(what, path);
  if (!at || nth < at || (once && nth > at)) return 0;
  atomic_fetch_add(&state->failed, 1);
  errno = (int)state->error;
  return 1;
}

static const char *place_of(int file, char *buffer) {
  char link[40];
  snprintf(link, sizeof link, file == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, buffer, PATH_MAX - 1);
  buffer[length < 0 ? 0 : length] = 0;
  return buffer;
}

static int fails_on(const char *what, int kinds, int file) {
  char path[PATH_MAX];
  return counts(kinds) && fails(what, kinds, place_of(file, path));
}

static int fails_at(const char *what, int kinds, int folder, const char *path) {
  if (!counts(kinds) || !path) return 0;
  if (*path == '/') return fails(what, kinds, path);
  char full[2 * PATH_MAX];
  place_of(folder, full);
  size_t length = strlen(full);
  snprintf(full + length, sizeof full - length, "/%s", path);
  return fails(what, kinds, full);
}

static int opening_fails(int folder, const char *path, int flags) {
  int changes = (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC));
  struct stat found;
  int makes = (flags & O_CREAT) && fstatat(folder, path, &found, 0);
  // Failing stat leaves its own error behind.
  return fails_at("open", changes ? CHANGE | (makes ? SPACE : 0) : flags & O_DIRECTORY ? 0 : READ, folder, path);
}

static mode_t mode_in(int flags, va_list rest) { return flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; }

#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    REAL(int, #name, const char *, int, ...); \
    va_list rest; \
    va_start(rest, flags); \
    mode_t mode = mode_in(flags, rest); \
    va_end(rest); \
    return opening_fails(AT_FDCWD, path, flags) ? -1 : real(path, flags, mode); \
  }
OPEN(open)
OPEN(open64)

int openat(int folder, const char *path, int flags, ...) {
  REAL(int, "openat", int, const char *, int, ...);
  va_list rest;
  va_start(rest, flags);
  mode_t mode = mode_in(flags, rest);
  va_end(rest);
  return opening_fails(folder, path, flags) ? -1 : real(folder, path, flags, mode);
}

// What works on an open file. `PARAMETERS` and `ARGUMENTS` stand behind the file.
#define LIST(...) __VA_ARGS__
#define ON_FILE(result, name, kinds, PARAMETERS, ARGUMENTS) \
  result name(int file, PARAMETERS) { \
    REAL(result, #name, int, PARAMETERS); \
    return fails_on(#name, kinds, file) ? -1 : real(file, ARGUMENTS); \
  }
ON_FILE(ssize_t, write, CHANGE | SPACE, LIST(const void *bytes, size_t count), LIST(bytes, count))
ON_FILE(ssize_t, pwrite64, CHANGE | SPACE, LIST(const void *bytes, size_t count, off64_t from), LIST(bytes, count, from))
ON_FILE(ssize_t, writev, CHANGE | SPACE, LIST(const struct iovec *parts, int count), LIST(parts, count))
ON_FILE(ssize_t, read, READ, LIST(void *bytes, size_t count), LIST(bytes, count))
ON_FILE(ssize_t, pread64, READ, LIST(void *bytes, size_t count, off64_t from), LIST(bytes, count, from))
ON_FILE(ssize_t, sendfile, CHANGE | SPACE, LIST(int from, off_t *offset, size_t count), LIST(from, offset, count))
ON_FILE(ssize_t, sendfile64, CHANGE | SPACE, LIST(int from, off64_t *offset, size_t count), LIST(from, offset, count))
ON_FILE(int, fchmod, CHANGE, mode_t mode, mode)

#define SYNC(name) \
  int name(int file) { \
    REAL(int, #name, int); \
    return fails_on(#name, CHANGE | SPACE, file) ? -1 : real(file); \
  }
SYNC(fsync)
SYNC(fdatasync)

// A full disk lets files become shorter.
int ftruncate64(int file, off64_t length) {
  REAL(int, "ftruncate64", int, off64_t);
  struct stat found;
  int grows = !fstat(file, &found) && length > found.st_size;
  return fails_on("ftruncate64", CHANGE | (grows ? SPACE : 0), file) ? -1 : real(file, length);
}

// What is not there is found missing by any disk.
static int removing_fails(const char *what, int folder, const char *path) {
  struct stat found;
  return !fstatat(folder, path, &found, AT_SYMLINK_NOFOLLOW) && fails_at(what, CHANGE, folder, path);
}

#define REMOVE(name) \
  int name(const char *path) { \
    REAL(int, #name, const char *); \
    return removing_fails(#name, AT_FDCWD, path) ? -1 : real(path); \
  }
REMOVE(unlink)
REMOVE(remove)
REMOVE(rmdir)

int unlinkat(int folder, const char *path, int flags) {
  REAL(int, "unlinkat", int, const char *, int);
  return removing_fails("unlinkat", folder, path) ? -1 : real(folder, path, flags);
}

#define WITH_MODE(name, kinds) \
  int name(const char *path, mode_t mode) { \
    REAL(int, #name, const char *, mode_t); \
    return fails_at(#name, kinds, AT_FDCWD, path) ? -1 : real(path, mode); \
  }
WITH_MODE(mkdir, CHANGE | SPACE)
WITH_MODE(chmod, CHANGE)

#define TO_NAME(name) \
  int name(const char *from, const char *to) { \
    REAL(int, #name, const char *, const char *); \
    return fails_at(#name, CHANGE | SPACE, AT_FDCWD, to) ? -1 : real(from, to); \
  }
TO_NAME(rename)
TO_NAME(link)

// libuv calls this one by its number.
long syscall(long number, ...) {
  REAL(long, "syscall", long, ...);
  va_list rest;
  va_start(rest, number);
  long with[6];
  for (int nth = 0; nth < 6; nth++) with[nth] = va_arg(rest, long);
  va_end(rest);
  if (number == SYS_copy_file_range && fails_on("copy_file_range", CHANGE | SPACE, (int)with[2])) return -1;
  return real(number, with[0], with[1], with[2], with[3], with[4], with[5]);
}
