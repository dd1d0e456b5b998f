/** Texts in both languages of the service, and other notations that all packages share. Imports no other package. */
package org.gongkai.text;
