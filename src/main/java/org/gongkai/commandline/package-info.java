/**
 * The parts that all commands share: language, errors, output and the connection to a service. The commands themselves
 * are in the packages of their features.
 */
package org.gongkai.commandline;
