/** What each built-in action decides, one test per action. */
@NullMarked
package org.orderengine.decision.action;

import org.jspecify.annotations.NullMarked;
