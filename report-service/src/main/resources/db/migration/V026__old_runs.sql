-- Upkeep finds runs that ended of late, and images that are old among reports that are kept for years.
create index report_run_finished on report_run (finished_at);
create index report_run_images on report_run (finished_at) where kind = 'MANDELBROT';
