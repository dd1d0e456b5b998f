/** Texts in both languages of the service, and other notations that all packages share. Imports nothing of ours. */
package org.gongkai.text;
