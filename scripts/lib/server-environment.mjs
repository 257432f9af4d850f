/**
 * What the server's process is told, unless whoever starts it has set it.
 *
 * `NODE_ENV`: graphql-js and others leave out the checks that they make for their own developers, at each value of each answer.
 *
 * `MALLOC_…`: how the C library gives memory back (glibc; others ignore it). By its own choice, buffers of ten megabytes that pass once leave
 * holes in heaps that only grow, one heap per thread: 106 to 166 MiB after one paste of 10 MB, by `npm run bench:sync -- --rows stuck`.
 */
export const serverEnvironment = {
  NODE_ENV: 'production',
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '1048576',
  MALLOC_TRIM_THRESHOLD_: '4194304',
}
