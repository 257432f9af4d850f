/**
 * How the C library of the server's process gives memory back (glibc; others ignore it). By its own choice, buffers of ten megabytes that
 * pass once leave holes in heaps that only grow, one heap per thread: 106 to 166 MiB after one paste of 10 MB, by
 * `npm run bench:sync -- --rows stuck`. Whoever sets them in the environment decides.
 */
export const allocator = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '1048576',
  MALLOC_TRIM_THRESHOLD_: '4194304',
}
