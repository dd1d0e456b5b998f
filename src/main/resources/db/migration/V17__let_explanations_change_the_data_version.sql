-- A consolidated report tells which warnings are open: an explanation changes it.
create constraint trigger explanation_raises_data_version after insert on explanation
    deferrable initially deferred for each row execute function raise_data_version();
