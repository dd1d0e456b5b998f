/** The ledger of requests that are carried over from one year to the next, along mergers. */
package org.gongkai.filing.carryover;
