package org.gongkai.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats instants in Beijing time. */
public final class BeijingTime {

    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private BeijingTime() {}

    public static String of(Instant instant) {
        return TO_THE_SECOND.format(instant);
    }
}
