package org.gongkai.platform;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.gongkai.testing.NonDefaultSettings;

/** The demonstration set is the same if the oversight office decides on every report. */
@QuarkusTest
@TestProfile(NonDefaultSettings.class)
class DemoDataInManualReviewTest extends DemoDataTest {}
