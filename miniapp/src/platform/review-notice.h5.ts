/** Asks to be told about the review's result by a WeChat message; must be called from a tap. True when agreed. */
export const requestReviewNotice = async (_templateId: string): Promise<boolean> => false;
