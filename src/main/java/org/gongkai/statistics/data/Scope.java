package org.gongkai.statistics.data;

import java.util.List;

/**
 * What the data say about what is asked for.
 *
 * @param within codes of the districts asked for, and of all that lies in them
 * @param hasUnopened whether some of the years asked for have not been opened
 * @param hasUnlisted whether somebody has reported for one of these years without being on its roster
 */
public record Scope(List<String> within, boolean hasUnopened, boolean hasUnlisted) {}
