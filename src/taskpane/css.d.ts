/** Style sheets go to a file of their own when the pane is built. */
declare module "*.css";
