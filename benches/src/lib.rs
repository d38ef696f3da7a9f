//! Benchmarks of the whole path. Filled by the bench targets beside this file.
