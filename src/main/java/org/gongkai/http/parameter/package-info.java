/** Parameters of queries: values with checks, and the refusal of unknown and repeated ones. */
package org.gongkai.http.parameter;
