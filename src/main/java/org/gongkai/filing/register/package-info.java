/** The register of the explanations that agencies gave for warnings. */
package org.gongkai.filing.register;
