/** The sandbox as its holders and the office see it: tests, their removal, and the certification run. */
package org.gongkai.filing.sandbox;
