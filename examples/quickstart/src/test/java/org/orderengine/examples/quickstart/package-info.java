/** Tests of the quickstart, and of the README that shows it. */
@NullMarked
package org.orderengine.examples.quickstart;

import org.jspecify.annotations.NullMarked;
