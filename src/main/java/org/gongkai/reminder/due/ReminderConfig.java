package org.gongkai.reminder.due;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** The settings of reminders. */
@ConfigMapping(prefix = "gongkai.reminders")
public interface ReminderConfig {

    /** The days on which an agency is reminded, counted from the deadline: -3 is three days before it, 1 the day after. */
    @WithDefault("-14,-3,1,7")
    List<Integer> steps();

    /** The times of day, in Beijing time, at which the service works out reminders and sends them; none if absent. */
    Optional<List<LocalTime>> schedule();

    /** Returns whether reminders are sent by mail, through the server of {@code quarkus.mailer}. */
    @WithDefault("false")
    boolean mail();

    /** The name and the telephone number of the office, under mails and the letter list. */
    Optional<String> signature();

    /** The maximum time of one attempt to send a mail. */
    @WithDefault("30s")
    Duration mailTimeout();

    /** The delay before the first retry of a mail. Each further delay is twice as long. */
    @WithDefault("1m")
    Duration firstRetry();

    /** The longest delay before a retry. */
    @WithDefault("1h")
    Duration maxRetry();

    /** The time after which a mail that could not be sent has failed. */
    @WithDefault("2d")
    Duration giveUp();
}
