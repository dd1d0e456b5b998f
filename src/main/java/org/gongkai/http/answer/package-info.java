/** Answers: media types, entity tags, preconditions, names of files. */
package org.gongkai.http.answer;
