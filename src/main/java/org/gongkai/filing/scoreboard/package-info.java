/** The scoreboard: how agencies meet their duty to report, in numbers. */
package org.gongkai.filing.scoreboard;
