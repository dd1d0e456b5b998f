package org.gongkai.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Beijing time, in which report years end and deadlines pass. */
public final class BeijingTime {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZONE);

    private static final DateTimeFormatter TO_THE_MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZONE);

    private static final DateTimeFormatter DAY_IN_CHINESE = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT);

    private static final DateTimeFormatter DAY_IN_ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private BeijingTime() {}

    /** Formats an instant to the second. */
    public static String of(Instant instant) {
        return TO_THE_SECOND.format(instant);
    }

    /** Formats an instant to the minute. */
    public static String toTheMinute(Instant instant) {
        return TO_THE_MINUTE.format(instant);
    }

    /** Returns a day as people write it: 2024年1月31日, or 31 January 2024. */
    public static Text written(LocalDate day) {
        return new Text(DAY_IN_CHINESE.format(day), DAY_IN_ENGLISH.format(day));
    }

    /** Returns the local date and time at an instant. */
    public static LocalDateTime at(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZONE);
    }

    /** Returns the day at an instant. */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** Returns the first instant of a day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** Returns the last calendar year that is over at an instant. */
    public static int lastYearOver(Instant instant) {
        return dayOf(instant).getYear() - 1;
    }

    /** Returns noon of a day. */
    public static Instant noonOf(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(ZONE).toInstant();
    }
}
