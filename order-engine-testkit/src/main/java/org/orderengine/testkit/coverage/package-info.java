/**
 * What of a process definition a test run exercised, as text, as a picture, and as a threshold that a build fails below. Depends on
 * {@code process} of the core.
 */
@NullMarked
package org.orderengine.testkit.coverage;

import org.jspecify.annotations.NullMarked;
