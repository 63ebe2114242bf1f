-- What Ana says once for the day's sheet: the weather and who said so when, moves of people, when the cast is fetched and
-- made up, where the background waits. With defaults, as two versions of the service insert side by side in a rollout.
alter table working_day
    add column weather_words      text,
    add column weather_source     text,
    add column weather_entered_at timestamptz,
    add column transport          jsonb not null default '[]',
    add column cast_times         jsonb not null default '[]',
    add column holding            text,
    add constraint weather_whole check (num_nulls(weather_words, weather_source, weather_entered_at) in (0, 3));

-- What is hers for the whole production: her number among the cast, and what she eats.
alter table crew_entry
    add column cast_number text,
    add column diet        text;
