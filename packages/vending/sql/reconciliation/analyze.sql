-- A portion of lines and payments that came a moment ago is not in the statistics yet, and without
-- them a million lines would be compared with a million payments one by one. The items are looked
-- at only when there are some: an empty table that was looked at is planned for as if it stayed so.
analyze statement_file, statement_line, observed_payment
