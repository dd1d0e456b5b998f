/** What all that speaks SQL has in common. */
package org.gongkai.sql;
