/**
 * Does nothing. The browser answers with the documents it ran in, and so the worker learns which of them still stand:
 * a message to one that waits in the back/forward cache would never be answered.
 */
void 0;
